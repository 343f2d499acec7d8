// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/** What every registered method tells about itself; drop-downs, descriptions and docs/methods.md are made from it. */
public interface MethodInfo {

    /** @return its name in files and settings: lower-case letters, digits and hyphens; never renamed */
    String id();

    /** @return its name for people */
    String label();

    /** @return what it does, one sentence */
    String summary();

    /** @return where it comes from: authors, year, DOI or arXiv number; empty if it is common knowledge */
    String paper();

    /** @return a frank word on when it pays and when it does not */
    String verdict();
}
