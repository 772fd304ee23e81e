namespace Jpos.Api.BackOffice.Requests;

/// <summary>The host never answers the whole value of this field. A patch that does not name it leaves it as it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotShownAttribute : Attribute;
