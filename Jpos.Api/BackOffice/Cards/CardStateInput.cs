using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>A new state for a card.</summary>
/// <param name="State">The state: active, lost, stolen, frozen or closed.</param>
/// <param name="Reason">The reason, for the audit log: 1 to 200 letters.</param>
public sealed record CardStateInput([property: Mandatory] CardState? State, [property: Mandatory] string? Reason);
