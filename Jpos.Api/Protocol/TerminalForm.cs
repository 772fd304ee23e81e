using System.ComponentModel.DataAnnotations;
using Jpos.Domain.Protocol;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.Protocol;

/// <summary>
/// The fields that every message has. A form's properties are the wire's field names, misspelt where those are, and the domain's types: each reads its own text, and what it does not take is row 1 of protocol §2.
/// </summary>
public abstract record TerminalForm
{
    [Required]
    public StoreNumber? StoreNo { get; init; }

    [Required]
    public TerminalNumber? TerminalNo { get; init; }
}

/// <summary>The fields of a query about a card in a batch.</summary>
public abstract record CardForm : TerminalForm
{
    [Required]
    public CardNumber? CardNo { get; init; }

    [Required]
    public TraceNumber? TraceNo { get; init; }
}

/// <summary>The fields of a message about a card that may have been swiped.</summary>
public abstract record SwipedCardForm : TerminalForm
{
    /// <summary>May be left out if <see cref="Track2"/> is sent.</summary>
    [CardOrTrack]
    public CardNumber? CardNo { get; init; }

    [Required]
    public TraceNumber? TraceNo { get; init; }

    public Track2? Track2 { get; init; }

    public Track3? Track3 { get; init; }

    /// <summary>The card that the message is about: the one that was named, else that of the track.</summary>
    protected CardNumber Card => CardNo ?? Track2!.Card;
}

/// <summary>Binds a form's fields by their own names, whatever else the form holds.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FormAttribute : FromFormAttribute
{
    public FormAttribute() => Name = "";
}
