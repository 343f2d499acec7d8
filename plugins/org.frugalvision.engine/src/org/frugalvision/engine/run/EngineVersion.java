// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/** The version that stands in provenances and files. */
public final class EngineVersion {

    /** Changes with every release: equal provenance promises equal results. */
    public static final String CURRENT = "0.1.0";

    private EngineVersion() {
    }
}
