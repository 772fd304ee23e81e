using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.TerminalProtocol.Messages;

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
