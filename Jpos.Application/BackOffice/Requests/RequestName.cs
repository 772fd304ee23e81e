namespace Jpos.Application.BackOffice.Requests;

/// <summary>The name of a command or query in logs and in the audit log.</summary>
public static class RequestName
{
    /// <summary>Returns the name of a request's type; <c>CreateCampaign</c> for a <see cref="CreateResource{TProfile, TView}"/> with a campaign's view.</summary>
    public static string Of(object request) => request.GetType() is { IsConstructedGenericType: true } type
        ? type.Name.Split('`')[0].Replace("Resource", type.GenericTypeArguments[^1].Name[..^"View".Length], StringComparison.Ordinal)
        : request.GetType().Name;
}
