using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Changes a terminal's settings from its next message on. A weaker MAC policy waits for a different person's approval.</summary>
/// <param name="Number">The terminal.</param>
/// <param name="IsEnabled">Whether the terminal may send messages.</param>
/// <param name="MacPolicy">Whether the terminal must sign its messages.</param>
/// <param name="AnswerFormat">The content of card query answers that the terminal can process.</param>
public sealed record ChangeTerminal(TerminalNumber Number, bool IsEnabled, MacPolicy MacPolicy, AnswerFormat AnswerFormat) : Command<TerminalView>
{
    /// <summary>With the policy Optional, whether unsigned messages are refused after the first signed one; null to leave it unchanged.</summary>
    public bool? UntilFirstSigned { get; init; }

    /// <inheritdoc cref="Terminal.MostPerConsume"/>
    public Money? MostPerConsume { get; init; }

    /// <inheritdoc cref="Terminal.MostGiftsPerDay"/>
    public Points? MostGiftsPerDay { get; init; }

    public override TerminalNumber? LockedTerminal => Number;
}

public sealed class ChangeTerminalHandler(TerminalSteps steps, MacPolicies policies, IAlerts alerts, CommandAudit audit) : IRequestHandler<ChangeTerminal, CommandResult<TerminalView>>
{
    public async Task<CommandResult<TerminalView>> Handle(ChangeTerminal request, CancellationToken cancellationToken)
    {
        Terminal? waiting = null;
        Terminal? raised = null;
        var result = await steps.Change(request, request.Number, Change, cancellationToken);
        if (waiting is not null)
        {
            await policies.Alert(waiting, cancellationToken);
        }

        if (raised is not null)
        {
            await alerts.Raise(AlertKind.LimitRaised, raised, audit.Now.Utc, cancellationToken);
        }

        return result;

        void Change(Terminal terminal)
        {
            terminal.Change(request.IsEnabled, request.AnswerFormat);
            raised = terminal.SetLimits(request.MostPerConsume, request.MostGiftsPerDay) ? terminal : null;
            waiting = policies.Ask(terminal, request.Caller, request.MacPolicy, request.UntilFirstSigned ?? terminal.UntilFirstSigned) ? terminal : null;
        }
    }
}
