// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Map;

import org.eclipse.core.runtime.preferences.IPreferenceFilter;
import org.eclipse.core.runtime.preferences.PreferenceFilterEntry;

/** Selects all preferences of the scopes that a preference file may hold. */
final class EveryPreference implements IPreferenceFilter {

    @Override
    public String[] getScopes() {
        return new String[]{"instance", "configuration", "profile"};
    }

    @Override
    public Map<String, PreferenceFilterEntry[]> getMapping(final String scope) {
        return null; // the interface says: everything
    }
}
