using Jpos.Domain.Accounts;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>How an undoing went.</summary>
/// <param name="Account">The card's account, after it.</param>
/// <param name="Waived">Points that it should have taken and had to leave.</param>
/// <param name="Decline">Why nothing was undone; null if it was.</param>
public readonly record struct UndoResult(PointAccount Account, Points Waived, Decline? Decline);
