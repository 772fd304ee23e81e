using Jpos.Domain.Cards;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>What came of it.</summary>
public sealed record LaxView(CardState State, DateOnly ExpiresOn, decimal Count, string Reason);
