using Jpos.Application.Time;
using Jpos.Domain.Limits;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The dependencies of every handler.</summary>
public sealed record MessageDependencies(Admission Admission, ProgrammeClock Clock, IAnswerWriter Answers, ISecurityModule Security, FailureLimits Limits)
{
    /// <summary>Creates the reply to a message that was declined before its decision.</summary>
    public Reply Reply(Outcome outcome) => Reply(outcome, Clock.Now);

    public Reply Reply(Outcome outcome, Moment now) => new(outcome.Code, Answers.Write(outcome with { At = now.Utc }));
}
