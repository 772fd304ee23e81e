using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>The requested page of a list.</summary>
public sealed record ListQuery
{
    /// <summary>The cursor: the key of the last item of the previous page, as in <c>next</c> of an answer. Omit it for the first page.</summary>
    public string? After { get; init; }

    /// <summary>The size of the page, 1 to 200; 50 if omitted.</summary>
    [Range(1, 200, ErrorMessage = "must be 1 to 200")]
    public int Limit { get; init; } = 50;
}
