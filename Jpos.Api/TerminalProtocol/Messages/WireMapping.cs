using System.Collections.Concurrent;
using System.Reflection;
using AutoMapper;
using AutoMapper.Configuration;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// All maps of the host. AutoMapper's free version tries LINQ's extension methods on every type it sees, and stumbles over constraints that newer ones have; nothing here needs them, so they are kept from it (ADR 0003).
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

    /// <summary>The mapper of some options. Its maps are compiled once: hosts of one process share it.</summary>
    public static IMapper Mapper(ProtocolSettings options) => Known.GetOrAdd(options, of => new MapperConfiguration(new WireMapping(of)).CreateMapper());
}
