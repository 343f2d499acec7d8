// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.frugalvision.engine.json.JsonWriter;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/**
 * The page of an interactive view: one text that holds style, scripts and data, so that it needs no file and no network
 * (a policy in the page forbids both), and stands in a bundle that is a jar. KNIME asks for the initial data when it
 * opens a view, and for the page after that; what it is told then goes into the page, because the way from KNIME's
 * frontend to a page is not public. One for each node, with a path of its own: it remembers what was shown last, and a
 * page that is taken for that of another node is not found rather than shows other data.
 */
public final class ViewPage {

    private static final String NOT_EXECUTED = "Execute the node, then open the view again.";

    private final String m_title;

    private final String m_script;

    private final Function<PortObject[], Map<String, Object>> m_data;

    private volatile Optional<PortObject[]> m_kept = Optional.empty();

    /**
     * @param title of the page, plain text
     * @param script name of a script beside this class, without ending
     * @param data makes the data of the page, as {@link JsonWriter} takes it, of the internal data of the node
     */
    public ViewPage(final String title, final String script,
        final Function<PortObject[], Map<String, Object>> data) {
        m_title = title;
        m_script = script;
        m_data = data;
    }

    /**
     * @param view the first stage of a view
     * @param description what it shows, XML
     * @return the view
     */
    public DefaultView declare(final RequireViewParameters view, final String description) {
        return view.withoutParameters().description(description) //
            .page(page -> page.fromString(this::text).relativePath(m_script + "-" + UUID.randomUUID() + ".html")) //
            .initialData(data -> data.data(this::open));
    }

    /**
     * Keeps what a view is opened on.
     *
     * @param input of the view
     * @return the data of the page: maps, lists, numbers and texts, which any version of KNIME can write
     */
    Map<String, Object> open(final ViewInput input) {
        m_kept = Optional.ofNullable(input.getInternalPortObjects());
        return data();
    }

    /** @return the whole page */
    String text() {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <main></main>
            <script type="application/json" id="data">%s</script>
            <script>%s</script>
            <script>%s</script>
            </body>
            </html>
            """.formatted(m_title, resource("view.css"), JsonWriter.write(data()).replace("<", "\\u003c"),
            resource("view.js"), resource(m_script + ".js"));
    }

    private Map<String, Object> data() {
        return m_kept.map(m_data).orElse(Map.of("message", NOT_EXECUTED));
    }

    private static String resource(final String name) {
        try (InputStream in = ViewPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("The bundle has no readable \"" + name + "\".", e);
        }
    }
}
