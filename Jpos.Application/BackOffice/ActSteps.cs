using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice;

/// <summary>What all acts have in common: whether the caller saw the newest state, and the entry in the audit log.</summary>
public sealed class ActSteps(IAudit audit, IRepresentations representations, ProgrammeClock clock)
{
    public static readonly Problem Missing = new(Failure.Missing, "There is no such resource, or your key or token may not see it. Look at the ids and numbers in the address and in the body.");

    /// <summary>Cards, members, tickets and the programme are of the whole network: who is of some stores may change none of them.</summary>
    public static readonly Problem OfNoStore = new(Failure.Forbidden, "Your key or token is limited to specific stores. This resource is network-wide and needs one that is not.");

    /// <summary>What is asked for touches something that the caller may not see. It is not told what.</summary>
    public static readonly Problem NotAllowed = new(Failure.Forbidden, "Your key or token does not allow this.");

    public Moment Now => clock.Now;

    /// <summary>Whether the caller decided on what is not so any more; never, if they do not say what they saw.</summary>
    /// <param name="act">The act.</param>
    /// <param name="before">What is to be seen now.</param>
    public Problem? RefuseStale(Act act, object before) =>
        act.Seen is null || act.Seen == representations.Tag(before) ? null : new Problem(Failure.Stale, "It was changed since; read it again, and decide again.");

    /// <summary>Something new came into being.</summary>
    public Result<TView> Made<TView>(Act act, string subject, TView after)
        where TView : class
    {
        Log(act, subject, null, after);
        return Result.New(after);
    }

    /// <summary>Something is otherwise than it was.</summary>
    public Result<TView> Changed<TView>(Act act, string subject, TView before, TView after)
        where TView : class
    {
        Log(act, subject, before, after);
        return after;
    }

    /// <summary>Changes something of the whole network, such as a card product, as its profile says.</summary>
    /// <param name="act">The act.</param>
    /// <param name="find">Finds it; not asked for those who are of some stores only.</param>
    /// <param name="view">What is to be seen of it.</param>
    /// <param name="subject">What the audit log calls it.</param>
    /// <param name="change">Changes it.</param>
    public async Task<Result<TView>> Change<TRow, TView>(Act<TView> act, Func<Task<TRow?>> find, Func<TRow, TView> view, string subject, Action<TRow> change)
        where TRow : class
        where TView : class
    {
        if (act.Caller.IsOfSomeStores)
        {
            return OfNoStore;
        }

        if (await find() is not { } row)
        {
            return Missing;
        }

        var before = view(row);
        if (RefuseStale(act, before) is { } stale)
        {
            return stale;
        }

        change(row);
        return Changed(act, subject, before, view(row));
    }

    /// <summary>Writes into the audit log what may be read there, where that is less or more than is answered.</summary>
    public void Log(Act act, string subject, object? before, object? after) => audit.Add(new AuditEntry(
        clock.Now.Utc, act.Caller.Name, act.GetType().Name, subject, before is null ? null : representations.Write(before), after is null ? null : representations.Write(after)));
}
