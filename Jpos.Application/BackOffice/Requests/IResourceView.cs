namespace Jpos.Application.BackOffice.Requests;

/// <summary>A row of a resource, as the back office sees it.</summary>
public interface IResourceView
{
    /// <summary>What it is found by.</summary>
    long Id { get; }

    /// <summary>What the audit log calls a row: its address below the root.</summary>
    static abstract string Subject(long id);
}
