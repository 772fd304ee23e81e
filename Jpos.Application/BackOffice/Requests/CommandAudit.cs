using Jpos.Application.Time;
using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Requests;

/// <summary>Shared steps of all commands: the check of the expected ETag and the audit entry.</summary>
public sealed class CommandAudit(IAudit audit, IViewSerializer viewSerializer, ProgrammeClock clock)
{
    public static readonly Problem NotFound = new(FailureKind.NotFound, "The resource does not exist, or your key or token cannot access it. Check the ids and numbers in the path and in the body.");

    /// <summary>The problem for a store-scoped caller. Cards, members, tickets and the programme are network-wide, and such a caller may not change them.</summary>
    public static readonly Problem NetworkWideOnly = new(FailureKind.NetworkWide, "Your key or token is limited to specific stores. This resource is network-wide and needs an unrestricted one.");

    /// <summary>The problem of a command on a resource that the caller may not see. It does not reveal whether the resource exists.</summary>
    public static readonly Problem Forbidden = new(FailureKind.Forbidden, "Your key or token cannot access every resource that this change affects.");

    public Moment Now => clock.Now;

    /// <summary>Returns the problem if the caller's ETag is outdated; null if it is current, or if the caller sent none.</summary>
    /// <param name="command">The command.</param>
    /// <param name="before">The present view.</param>
    public Problem? RefuseStale(Command command, object before) =>
        command.ExpectedETag is null || command.ExpectedETag == viewSerializer.ETagOf(before) ? null : new Problem(FailureKind.PreconditionFailed, "The resource has changed since you read it. Read it again and repeat your change.");

    /// <summary>Writes the audit entry of a new resource.</summary>
    public CommandResult<TView> RecordCreated<TView>(Command command, string subject, TView after)
        where TView : class
    {
        Log(command, subject, null, after);
        return CommandResult.Created(after);
    }

    /// <summary>Writes the audit entry of a changed resource.</summary>
    public CommandResult<TView> RecordUpdated<TView>(Command command, string subject, TView before, TView after)
        where TView : class
    {
        Log(command, subject, before, after);
        return after;
    }

    /// <summary>Writes an audit entry with a view for the log, which may differ from the answer.</summary>
    public void Log(Command command, string subject, object? before, object? after) => audit.Add(new AuditEntry(
        clock.Now.Utc, command.Caller.Name, RequestName.Of(command), subject, before is null ? null : viewSerializer.Serialize(before), after is null ? null : viewSerializer.Serialize(after)));
}
