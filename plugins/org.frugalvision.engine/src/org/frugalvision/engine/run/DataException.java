// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.List;

/**
 * The data cannot be used: <code>Row "r17": the cell holds no readable PNG image (it ends in the middle of chunk
 * IDAT).</code>
 */
public final class DataException extends EngineException {

    private static final long serialVersionUID = 1;

    private final String m_where;

    /**
     * @param where the place, e.g. {@code Row "r17"} or {@code File "a/b.idx"}; see {@link Wording}
     * @param problem what is wrong there, a sentence that follows a colon
     * @param fixes what to do, one sentence each
     */
    public DataException(final String where, final String problem, final String... fixes) {
        this(where, problem, null, fixes);
    }

    /**
     * @param where the place
     * @param problem what is wrong there
     * @param cause what the platform said about it
     * @param fixes what to do, one sentence each
     */
    public DataException(final String where, final String problem, final Throwable cause, final String... fixes) {
        super(where + ": " + problem, List.of(fixes), cause);
        m_where = where;
    }

    /** @return the place, as it stands in front of the message's first colon */
    public String where() {
        return m_where;
    }
}
