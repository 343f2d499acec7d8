// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.List;

/**
 * A complaint that a person can act on: one sentence (the message) and what to do about it. Unchecked, because the
 * compact constructor of a settings record cannot declare exceptions; a node catches this one type in one place.
 */
public abstract sealed class EngineException extends RuntimeException permits SettingsException, DataException {

    private static final long serialVersionUID = 1;

    private final List<String> m_fixes;

    EngineException(final String sentence, final List<String> fixes, final Throwable cause) {
        super(sentence, cause);
        m_fixes = List.copyOf(fixes);
    }

    /** @return what to do, one sentence each, the most likely first; may be empty; not modifiable */
    public final List<String> fixes() {
        return m_fixes;
    }
}
