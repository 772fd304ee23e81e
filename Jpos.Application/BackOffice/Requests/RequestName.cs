namespace Jpos.Application.BackOffice.Requests;

/// <summary>What a command or a query is called in logs and in the audit log.</summary>
public static class RequestName
{
    /// <summary>Returns the name of its type; <c>CreateCampaign</c> for a <see cref="CreateResource{TProfile, TView}"/> that is answered with a campaign's view.</summary>
    public static string Of(object request) => request.GetType() is { IsConstructedGenericType: true } type
        ? type.Name.Split('`')[0].Replace("Resource", type.GenericTypeArguments[^1].Name[..^"View".Length], StringComparison.Ordinal)
        : request.GetType().Name;
}
