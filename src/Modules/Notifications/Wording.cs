using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Domain;

namespace Kominkan.Notifications;

/// <summary>The fixed words of messages, the same on every page.</summary>
internal static class Wording
{
    /// <summary>What became of the copy.</summary>
    public static Status Of(Message message) => (message.State, message.Channel) switch
    {
        (MessageState.Waiting, MessageChannel.Phone) => new("電話を待っています", Tone.Warn),
        (MessageState.Waiting, MessageChannel.Postcard) => new("はがきを準備中", Tone.Warn),
        (MessageState.Waiting, _) when message.Attempts > 0 => new("送り直します", Tone.Warn),
        (MessageState.Waiting, _) => new("送信待ち", Tone.Off),
        (MessageState.Done, MessageChannel.Phone) => new("電話で連絡済み", Tone.Ok),
        (MessageState.Done, MessageChannel.Postcard) => new("はがきを発送済み", Tone.Ok),
        (MessageState.Done, MessageChannel.Screen) => new("画面だけ", Tone.Off),
        (MessageState.Done, _) => new("送信済み", Tone.Ok),
        (MessageState.Failed, _) => new("届きませんでした", Tone.Bad),
        _ => new("送らずに終了", Tone.Off),
    };

    public static string Of(MessageChannel channel) => channel switch
    {
        MessageChannel.Mail => "メール",
        MessageChannel.Phone => "電話",
        MessageChannel.Postcard => "はがき",
        MessageChannel.Screen => "画面だけ",
        MessageChannel.Sms => "SMS",
        _ => "LINE",
    };
}
