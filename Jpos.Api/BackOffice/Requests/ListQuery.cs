using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Which part of a list is wanted.</summary>
public sealed record ListQuery
{
    /// <summary>The key of the last one that was seen; left out for the beginning. <c>next</c> of an answer has it.</summary>
    public string? After { get; init; }

    /// <summary>How many, 1 to 200; 50 if left out.</summary>
    [Range(1, 200, ErrorMessage = "must be 1 to 200")]
    public int Limit { get; init; } = 50;
}
