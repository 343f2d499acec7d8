// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.knime.core.node.FluentNodeAPI;

/** A page made of text, without files: it works in a bundle that is a jar. */
public class Page implements FluentNodeAPI {
    private final Supplier<String> m_text;

    private final Charset m_charset;

    private final String m_relativePath;

    Page(final Supplier<String> text, final Charset charset, final String relativePath) {
        m_text = text;
        m_charset = charset;
        m_relativePath = relativePath;
    }

    /** @return the first stage of a new page */
    public static RequireFromFileOrString create() {
        return (text, charset) -> relativePath -> new Page(text, charset, relativePath);
    }

    /** @return the text as bytes */
    public InputStream getInputStream() {
        return new ByteArrayInputStream(m_text.get().getBytes(m_charset));
    }

    /** @return the path under which the page is offered */
    public String getRelativePath() {
        return m_relativePath;
    }

    /** The stage at which a page gets its content. */
    @FunctionalInterface
    public interface RequireFromFileOrString {
        /**
         * @param text supplies the page
         * @return the next stage
         */
        default RequireRelativePath fromString(final StringSupplier text) {
            return fromString(text, StandardCharsets.UTF_8);
        }

        /**
         * @param text supplies the page
         * @param charset how the text becomes bytes
         * @return the next stage
         */
        RequireRelativePath fromString(StringSupplier text, Charset charset);
    }

    /** The stage at which a page gets its path. */
    @FunctionalInterface
    public interface RequireRelativePath {
        /**
         * @param relativePath the path under which it is offered
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Supplies a text. */
    @FunctionalInterface
    public interface StringSupplier extends Supplier<String> {
    }
}
