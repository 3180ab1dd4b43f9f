package dev.okx4j.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A model that answers with its next line; a line sees the result of the call before it. */
final class ScriptedModel implements ChatModel {
    private final Deque<Function<String, AiMessage>> lines = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();

    /** Calls a tool with these arguments, as a model writes them. */
    ScriptedModel calls(String tool, String arguments) {
        return calls(tool, result -> arguments);
    }

    /** Calls a tool with arguments made from the result before. */
    ScriptedModel calls(String tool, Function<String, String> arguments) {
        lines.add(result -> AiMessage.from(ToolExecutionRequest.builder()
                .id("call-" + lines.size())
                .name(tool)
                .arguments(arguments.apply(result))
                .build()));
        return this;
    }

    /** Ends the conversation with a sentence. */
    ScriptedModel says(String text) {
        lines.add(result -> AiMessage.from(text));
        return this;
    }

    /** Returns what the model was asked, turn by turn. */
    List<ChatRequest> requests() {
        return requests;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        var last = request.messages().get(request.messages().size() - 1);
        String result = last instanceof ToolExecutionResultMessage message ? message.text() : "";
        return ChatResponse.builder().aiMessage(lines.remove().apply(result)).build();
    }
}
