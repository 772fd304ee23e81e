using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>The body is a merge patch of what a PUT takes at the same address.</summary>
/// <typeparam name="TInput">What the PUT takes.</typeparam>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MergePatchOfAttribute<TInput> : FromBodyAttribute;
