namespace Jpos.Api.BackOffice.Requests;

/// <summary>The body of a request that creates or changes a row of a resource.</summary>
public interface IProfileInput<TProfile>
{
    /// <summary>Returns the profile. The reader collects the errors of the fields.</summary>
    TProfile Read(FieldReader fields);
}
