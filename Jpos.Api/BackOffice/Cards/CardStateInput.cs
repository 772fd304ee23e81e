using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>What is to become of a card.</summary>
/// <param name="State">Active, lost, stolen, frozen or closed.</param>
/// <param name="Reason">Why: 1 to 200 letters, for who reads the audit log.</param>
public sealed record CardStateInput(CardState? State, string? Reason);
