using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Binds enumerations, whole numbers and flags of the query and the path by their documented text form. The framework's binders accept more forms.</summary>
internal sealed class ValueBinders : IModelBinderProvider
{
    private delegate bool Parser<T>(string? text, out T value);

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type.IsEnum ? (IModelBinder)Activator.CreateInstance(typeof(WordBinder<>).MakeGenericType(type))!
            : type == typeof(long) ? new Binder<long>(NumberText.TryParseWhole)
            : type == typeof(int) ? new Binder<int>(TryParseInt)
            : type == typeof(bool) ? new Binder<bool>(TryParseFlag)
            : null;
    }

    private static bool TryParseInt(string? text, out int value)
    {
        var isOne = NumberText.TryParseWhole(text, out var number) && number <= int.MaxValue;
        value = isOne ? (int)number : 0;
        return isOne;
    }

    private static bool TryParseFlag(string? text, out bool value)
    {
        value = text is "true";
        return text is "true" or "false";
    }

    private class Binder<T>(Parser<T> parse) : IModelBinder
        where T : struct
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (sent == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
            if (parse(sent.FirstValue, out var value))
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Allowed);
            }

            return Task.CompletedTask;
        }

        protected virtual string Allowed => typeof(T) == typeof(bool) ? "must be true or false" : "must be a whole number, in digits";
    }

    private sealed class WordBinder<T>() : Binder<T>(EnumNames.TryParse)
        where T : struct, Enum
    {
        protected override string Allowed => $"must be {FieldErrorText.OneOf(EnumNames.All<T>())}";
    }
}
