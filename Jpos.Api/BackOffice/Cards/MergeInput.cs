namespace Jpos.Api.BackOffice.Cards;

/// <summary>The merge of two accounts.</summary>
/// <param name="Into">The number of a card of the account that takes over.</param>
/// <param name="Reason">The reason, for the audit log: 1 to 200 letters.</param>
public sealed record MergeInput([property: Mandatory] string? Into, [property: Mandatory] string? Reason);
