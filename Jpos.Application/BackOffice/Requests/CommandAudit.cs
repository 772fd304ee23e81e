using Jpos.Application.Time;
using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Requests;

/// <summary>What all acts have in common: whether the caller saw the newest state, and the entry in the audit log.</summary>
public sealed class CommandAudit(IAudit audit, IViewSerializer viewSerializer, ProgrammeClock clock)
{
    public static readonly Problem NotFound = new(FailureKind.NotFound, "There is no such resource, or your key or token may not see it. Look at the ids and numbers in the address and in the body.");

    /// <summary>Cards, members, tickets and the programme are of the whole network: who is of some stores may change none of them.</summary>
    public static readonly Problem NetworkWideOnly = new(FailureKind.Forbidden, "Your key or token is limited to specific stores. This resource is network-wide and needs one that is not.");

    /// <summary>What is asked for touches something that the caller may not see. It is not told what.</summary>
    public static readonly Problem Forbidden = new(FailureKind.Forbidden, "Your key or token does not allow this.");

    public Moment Now => clock.Now;

    /// <summary>Whether the caller decided on what is not so any more; never, if they do not say what they saw.</summary>
    /// <param name="command">The act.</param>
    /// <param name="before">What is to be seen now.</param>
    public Problem? RefuseStale(Command command, object before) =>
        command.ExpectedETag is null || command.ExpectedETag == viewSerializer.ETagOf(before) ? null : new Problem(FailureKind.PreconditionFailed, "It was changed since; read it again, and decide again.");

    /// <summary>Something new came into being.</summary>
    public CommandResult<TView> RecordCreated<TView>(Command command, string subject, TView after)
        where TView : class
    {
        Log(command, subject, null, after);
        return CommandResult.Created(after);
    }

    /// <summary>Something is otherwise than it was.</summary>
    public CommandResult<TView> RecordUpdated<TView>(Command command, string subject, TView before, TView after)
        where TView : class
    {
        Log(command, subject, before, after);
        return after;
    }

    /// <summary>Writes into the audit log what may be read there, where that is less or more than is answered.</summary>
    public void Log(Command command, string subject, object? before, object? after) => audit.Add(new AuditEntry(
        clock.Now.Utc, command.Caller.Name, RequestName.Of(command), subject, before is null ? null : viewSerializer.Serialize(before), after is null ? null : viewSerializer.Serialize(after)));
}
