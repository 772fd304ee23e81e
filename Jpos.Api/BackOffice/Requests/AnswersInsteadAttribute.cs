using Jpos.Api.Docs;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>What an operation answers instead, with 200 as well, if a parameter asks for it. MVC has room for one type of each status: <see cref="OtherAnswers"/> brings both together.</summary>
/// <param name="type">The type of the answer; <see cref="Stream"/> for a file.</param>
/// <param name="media">The media type.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnswersInsteadAttribute(Type type, string media = OperationTexts.Json) : ProducesResponseTypeAttribute(type, Placeholder, media)
{
    /// <summary>A status that nothing has.</summary>
    public const int Placeholder = 299;
}
