using Jpos.Domain.Accounts;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The result of an undo.</summary>
/// <param name="Account">The card's account after the undo.</param>
/// <param name="Waived">The points that the undo could not take back.</param>
/// <param name="Decline">The decline; null if the undo succeeded.</param>
public readonly record struct UndoResult(PointAccount Account, Points Waived, Decline? Decline);
