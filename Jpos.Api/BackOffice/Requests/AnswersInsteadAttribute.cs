using Jpos.Api.Docs;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Declares a second answer with status 200, which a parameter selects. MVC allows one type for each status; <see cref="OtherAnswers"/> merges both.</summary>
/// <param name="type">The type of the answer; <see cref="Stream"/> for a file.</param>
/// <param name="media">The media type.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnswersInsteadAttribute(Type type, string media = OperationTexts.Json) : ProducesResponseTypeAttribute(type, Placeholder, media)
{
    /// <summary>A status that no answer has, so that MVC keeps both types.</summary>
    public const int Placeholder = 299;
}
