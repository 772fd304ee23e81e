namespace Jpos.Api.Problems;

/// <summary>A type of problem (RFC 9457). Clients decide by its URI, which never changes.</summary>
/// <param name="Name">The name, which is the fragment of the URI and a heading of docs/api-errors.md; empty for a problem that means no more than its status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The title, the same for every problem of the type.</param>
/// <param name="Meaning">What happened.</param>
/// <param name="Action">What the caller should do.</param>
internal sealed record ProblemType(string Name, int Status, string Title, string Meaning, string Action)
{
    /// <summary>Gets the value of <c>type</c>: a reference to the page of the host, or <c>about:blank</c>.</summary>
    public string Uri => Name.Length == 0 ? "about:blank" : $"{ProblemTypes.Page}#{Name}";
}
