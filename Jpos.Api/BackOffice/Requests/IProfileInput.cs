namespace Jpos.Api.BackOffice.Requests;

/// <summary>What is sent to create or change a row of a resource.</summary>
public interface IProfileInput<TProfile>
{
    /// <summary>Returns what is said; the reader holds what is wrong with it.</summary>
    TProfile Read(FieldReader fields);
}
