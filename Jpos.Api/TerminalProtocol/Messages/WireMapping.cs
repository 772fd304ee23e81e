using System.Collections.Concurrent;
using System.Reflection;
using AutoMapper;
using AutoMapper.Configuration;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The AutoMapper maps of the host. The free version of AutoMapper tries LINQ's extension methods on every type and fails on the constraints of newer ones. No map needs those methods, so they are excluded (ADR 0003).
/// </summary>
internal sealed class WireMapping : MapperConfigurationExpression, IProfileConfiguration
{
    private static readonly ConcurrentDictionary<ProtocolSettings, IMapper> Known = [];

    public WireMapping(ProtocolSettings options)
    {
        AddProfile(new AnswerProfile(options));
        foreach (var profile in typeof(WireMapping).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(WireProfile)) && type != typeof(AnswerProfile)))
        {
            AddProfile((Profile)Activator.CreateInstance(profile)!);
        }
    }

    IEnumerable<MethodInfo> IProfileConfiguration.SourceExtensionMethods => [];

    /// <summary>Returns the mapper for the given options. The maps are compiled once and shared by all hosts of a process.</summary>
    public static IMapper Mapper(ProtocolSettings options) => Known.GetOrAdd(options, of => new MapperConfiguration(new WireMapping(of)).CreateMapper());
}
