namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The two forms of every address: that of the interface document's table, and that of its example (<see href="docs/protocol.md#1-transport">protocol §1</see>). The version is a major number only.</summary>
internal static class Routes
{
    public const string Document = "v{version:apiVersion:regex(^[[1-9]]\\d*$)}/jpos/";
    public const string Short = "v{version:apiVersion:regex(^[[1-9]]\\d*$)}/";
}
