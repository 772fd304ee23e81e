using System.Reflection;
using AutoMapper;
using AutoMapper.Configuration;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>A profile of maps to the wire; see <see cref="WireMapping"/>.</summary>
internal abstract class WireProfile : Profile, IProfileConfiguration
{
    IEnumerable<MethodInfo> IProfileConfiguration.SourceExtensionMethods => [];
}
