// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/** TEMPORARY. */
final class Verdicts {
    static final String FACILITY_LOCATION = "x.";
    static final String GRAPH_CUT = "x.";
    static final String K_CENTER = "x.";
    static final String MARGIN = "x.";
    static final String BADGE = "x.";
    static final String FORGETTING = "x.";
    static final String CRAIG = "x.";
}
