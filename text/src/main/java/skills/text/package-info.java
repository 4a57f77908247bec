/**
 * From words to concepts: how text is folded and cut, what Dutch compounds consist of, a small
 * encoder trained on the texts of taxonomies, the ranking of concepts, and how all that is
 * measured. Plain Java: no framework, no database. What is public here takes any text and never
 * throws on one.
 */
@NullMarked
package skills.text;

import org.jspecify.annotations.NullMarked;
