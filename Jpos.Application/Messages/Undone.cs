using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Messages;

/// <summary>How an undoing went.</summary>
/// <param name="Account">The card's account, after it.</param>
/// <param name="Left">Points that it should have taken and had to leave.</param>
/// <param name="Decline">Why nothing was undone; null if it was.</param>
public readonly record struct Undone(PointAccount Account, Points Left, Decline? Decline);
