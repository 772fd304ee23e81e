using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The fields that every message has. The properties have the wire's field names, including misspelt ones, and types of the domain. Each type parses its own text; a text that it refuses is row 1 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>.
/// </summary>
public abstract record TerminalForm
{
    [Required]
    public StoreNumber? StoreNo { get; init; }

    [Required]
    public TerminalNumber? TerminalNo { get; init; }
}
