using Jpos.Application.Time;
using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Requests;

/// <summary>Shared steps of all commands: the check of the expected ETag and the audit entry.</summary>
public sealed class CommandAudit(IAudit audit, IViewSerializer viewSerializer, ProgrammeClock clock)
{
    public static readonly Problem NotFound = new(FailureKind.NotFound, "There is no such resource, or your key or token may not see it. Look at the ids and numbers in the address and in the body.");

    /// <summary>The problem for a store-scoped caller. Cards, members, tickets and the programme are network-wide, and such a caller may not change them.</summary>
    public static readonly Problem NetworkWideOnly = new(FailureKind.Forbidden, "Your key or token is limited to specific stores. This resource is network-wide and needs one that is not.");

    /// <summary>The problem of a command on a resource that the caller may not see. It does not reveal whether the resource exists.</summary>
    public static readonly Problem Forbidden = new(FailureKind.Forbidden, "Your key or token does not allow this.");

    public Moment Now => clock.Now;

    /// <summary>Returns whether the caller's ETag is outdated; false if the caller sent none.</summary>
    /// <param name="command">The command.</param>
    /// <param name="before">The present view.</param>
    public Problem? RefuseStale(Command command, object before) =>
        command.ExpectedETag is null || command.ExpectedETag == viewSerializer.ETagOf(before) ? null : new Problem(FailureKind.PreconditionFailed, "It was changed since; read it again, and decide again.");

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
