using Jpos.Application.Time;
using Jpos.Domain.Limits;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>What every handler works with.</summary>
public sealed record MessageDependencies(Admission Admission, ProgrammeClock Clock, IAnswerWriter Answers, ISecurityModule Security, FailureLimits Limits)
{
    /// <summary>The answer to a message that nothing was decided about.</summary>
    public Reply Reply(Outcome outcome) => Reply(outcome, Clock.Now);

    public Reply Reply(Outcome outcome, Moment now) => new(outcome.Code, Answers.Write(outcome with { At = now.Utc }));
}
