// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.List;

/** A setting breaks its rule: <code>"Budget" must be at most the 1,200 images of the input, but is 5,000.</code> */
public final class SettingsException extends EngineException {

    private static final long serialVersionUID = 1;

    private final String m_title;

    /**
     * @param title the setting's visible name
     * @param rule what must hold, from "must be" on, without full stop
     * @param got the offending value; see {@link Wording#value}
     * @param fixes what to do, one sentence each
     */
    public SettingsException(final String title, final String rule, final Object got, final String... fixes) {
        super("\"%s\" %s, but is %s.".formatted(title, rule, Wording.value(got)), List.of(fixes), null);
        m_title = title;
    }

    /** @return the setting's visible name */
    public String title() {
        return m_title;
    }
}
