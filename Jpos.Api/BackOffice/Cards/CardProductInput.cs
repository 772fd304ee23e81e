using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>What is to be said of a card product.</summary>
public sealed record CardProductInput
{
    /// <summary>Its name: 1 to 100 letters.</summary>
    public string? Name { get; init; }

    /// <summary>Numbers of its cards end in a Luhn check digit; true if left out.</summary>
    public bool? HasCheckDigit { get; init; }

    /// <summary>Spending asks for a PIN, if the card has one; false if left out.</summary>
    public bool? AsksPinToSpend { get; init; }

    /// <summary>Operations that its cards may not do; none if left out.</summary>
    public IReadOnlyList<Operations>? Denied { get; init; }

    /// <summary>The most that one consume may come to, in yuan with at most 2 decimal places; no limit if left out.</summary>
    public decimal? MostPerConsume { get; init; }

    /// <summary>How many consumes a card may have in a day; no limit if left out.</summary>
    public int? MostConsumesPerDay { get; init; }

    internal CardProductProfile Read(Faults faults)
    {
        var name = faults.Text("name", Name, CardProductProfile.LongestName);
        var most = faults.Amount("mostPerConsume", MostPerConsume);
        faults.Require("mostConsumesPerDay", MostConsumesPerDay is not < 0, "mostConsumesPerDay is at least 0.");
        return new CardProductProfile(name)
        {
            HasCheckDigit = HasCheckDigit ?? true,
            AsksPinToSpend = AsksPinToSpend ?? false,
            Denied = (Denied ?? []).Aggregate(Operations.None, (all, one) => all | one),
            MostPerConsume = most is null ? null : Money.Of(most.Value),
            MostConsumesPerDay = MostConsumesPerDay,
        };
    }
}
