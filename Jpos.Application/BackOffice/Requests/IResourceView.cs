namespace Jpos.Application.BackOffice.Requests;

/// <summary>A row of a resource, as the API returns it.</summary>
public interface IResourceView
{
    /// <summary>The id, unique in the host.</summary>
    long Id { get; }

    /// <summary>Returns the name of the row in the audit log: its address below the root of the API.</summary>
    static abstract string Subject(long id);
}
