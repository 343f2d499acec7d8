// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.ToIntFunction;

/** Writes into a picture. A silent pen writes nothing and takes no room, for machines without {@link Fonts}. */
final class Pen {

    static final Color INK = new Color(0x333333);

    private static final String ELLIPSIS = "\u2026";

    private final Graphics2D m_graphics;

    private final boolean m_silent;

    Pen(final Graphics2D graphics, final boolean silent) {
        m_graphics = graphics;
        m_silent = silent;
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        use(Font.PLAIN, 12, INK);
    }

    /** A pen that measures before the size of the picture is known. */
    static Pen measuring(final boolean silent) {
        return new Pen(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR).createGraphics(), silent);
    }

    /** From here on. */
    Pen use(final int style, final int size, final Color colour) {
        if (!m_silent) {
            m_graphics.setFont(new Font(Font.SANS_SERIF, style, size));
            m_graphics.setColor(colour);
        }
        return this;
    }

    /** In pixels. */
    int width(final String text) {
        return m_silent ? 0 : m_graphics.getFontMetrics().stringWidth(text);
    }

    void left(final String text, final double x, final double middle) {
        if (!m_silent) {
            final var metrics = m_graphics.getFontMetrics();
            m_graphics.drawString(text, (float)x,
                (float)(middle + (metrics.getAscent() - metrics.getDescent()) / 2.0));
        }
    }

    void centred(final String text, final double x, final double middle) {
        left(text, x - width(text) / 2.0, middle);
    }

    void right(final String text, final double x, final double middle) {
        left(text, x - width(text), middle);
    }

    /** From below to above; the text ends at {@code top} or, if that is its middle, stands around it. */
    void upwards(final String text, final double middle, final double top, final boolean around) {
        final var before = m_graphics.getTransform();
        m_graphics.rotate(-Math.PI / 2, middle, top);
        if (around) {
            centred(text, middle, top);
        } else {
            right(text, middle, top);
        }
        m_graphics.setTransform(before);
    }

    /** The text, without its middle if it is too wide: names often differ only in their last letters. */
    String fit(final String text, final int width) {
        return fit(text, width, this::width);
    }

    static String fit(final String text, final int width, final ToIntFunction<String> measure) {
        if (measure.applyAsInt(text) <= width) {
            return text;
        }
        final int[] letters = text.codePoints().toArray();
        int fits = 0;
        int tooMany = letters.length;
        while (tooMany - fits > 1) {
            final int kept = (fits + tooMany) / 2;
            if (measure.applyAsInt(cut(letters, kept)) <= width) {
                fits = kept;
            } else {
                tooMany = kept;
            }
        }
        return cut(letters, fits);
    }

    private static String cut(final int[] letters, final int kept) {
        final int first = (kept + 1) / 2;
        return new String(letters, 0, first) + ELLIPSIS
            + new String(letters, letters.length - (kept - first), kept - first);
    }
}
