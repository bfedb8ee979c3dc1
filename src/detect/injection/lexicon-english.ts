/**
 * English words of the concepts that orders to a model are made of. A line is a concept and its words: `_`
 * stands for a blank, and a word that ends in `-` stands for all that begin so.
 */
export const englishWords = `
IGNORE ignore ignores ignoring ignored disregard- forget forgets forgetting forgot overlook- neglect skip skips discard abandon dismiss set_aside put_aside pay_no_attention pay_no_heed do_not_follow don't_follow stop_following let_go_of cast_aside throw_away toss_out drop_all erase_your nevermind never_mind do_not_obey don't_obey no_longer_follow no_longer_bound not_bound unlearn leave_behind do_away_with drop_your stop_obeying
OVERRIDE override overrides overriding overrule- overwrite bypass- circumvent- sidestep- disable- deactivat- turn_off switch_off lift_all remove_all supersede- suspend- unlock- get_around work_around evade- break_free break_out jailbr- liberate- null_and_void void nullif- cancel_all
INSTR instruction- instructed directive- guideline- command commands order orders guidance programming protocol- told_you been_told were_told you_were_given briefing directions told_to
RULE rule rules restriction- restricted limit limits limitation- constraint- filter filters filtering policy policies censor- boundaries boundary norms regulation- moderation guardrail- safeguard- safety_features content_policy terms_of_service restraint- shackle- confines
PREV previous- prior preceding above earlier before initial original so_far until_now up_to_now up_to_this_point foregoing past existing old aforementioned up_until_now beforehand former
ALLW all everything every any anything whatever each whole entire
REVEAL reveal- disclos- divulg- leak leaks expose uncover spill confess unveil give_away betray let_slip hand_over
SHOW tell show print output display give share state say confirm provide list dump echo reply respond present type_out let_me_know i_need i_want send_me expose_the need_you_to remind_me
REPEAT repeat- recite- copy verbatim word_for_word restate reproduce reiterate rephrase paraphrase
WRITE write spell encode compose rewrite express hide hidden acrostic riddle rhyme rhymes
PASSWORD password- passphrase passcode pass_phrase pass_code secret_key secret_word access_code access_key pin_code secret_code security_code secret_phrase flag secret_token confidential_code confidential_string keyword codeword code_word unlock_code
SECRET secret secrets secretly confidential- hidden private classified credential- api_key api_keys sensitive internal proprietary protected
SYSTEM system systems backend internal_configuration
PROMPT prompt prompts system_message system_instruction preprompt pre-prompt context_window initial_message configuration
USERX the_user user's_ user’s_ the_user's the_user’s this_user users user_data user_database the_customer's the_customer customers
PERSONAL address phone email e-mail birthday birth_date date_of_birth born live lives salary social_security ssn bank_account account_number full_name home city age license_plate initials middle_name occupation residence medical_record zip_code phone_number contact
YOU you u thou yourself you're you’re you'll
YOUR your yours ur
ME me i i'm i’m us we
MY my mine our
ACT act_as acting_as act_like pretend- role_play roleplay- role-play- simulat- impersonat- behave_as behave_like imagine_you imagine_that_you become you_are_now you_will_be play_the_role play_the_part play_as assume_the_role take_on_the_role embody emulate you're_now in_character stay_in_character imitate
PERSONA jailbreak jailbroken unrestricted unfiltered uncensored unlimited unbound unchained amoral evil do_anything_now no_rules anything_now unethical immoral devilish chaotic unhinged rebellious opposite_day villainous rogue sentient
NORULES no_restrictions no_rules no_limits no_limitations without_restrictions without_limits without_any_restrictions without_rules without_limitations without_any_limitations without_filters without_any_filter no_filter no_filters no_boundaries free_from free_of_all broken_free no_longer no_ethical without_any_rules no_moral not_bound_by do_not_have_to without_constraints without_boundaries no_constraints no_censorship
MODE mode modes
DEBUG debug- developer maintenance admin administrator root sudo superuser diagnostic diagnostics override_mode test_mode god_mode system_upgrade safe_mode unrestricted_mode security_override audit
ROLECLAIM i_am_the i'm_the i'm_a i_am_a i'm_an i_am_an as_your as_a as_an as_the i_am_your i'm_your police president boss ceo engineer investigator officer doctor_here openai_team anthropic_team
HYPO hypothetical- imagine suppose supposing scenario let's_say what_if if_you_were if_you_could if_you_had fictional fictitious in_a_world thought_experiment alternate parallel_universe pretend_that virtual dream- would_be
NOW now from_now_on from_this_point henceforth going_forward starting_now from_here_on as_of_now today immediately at_once right_away
NEW new updated latest revised different actual real
MODEL ai assistant- chatbot- language_model llm llms chatgpt gpt gpt-4 gpt4 claude gemini bard bot openai anthropic copilot agent- model models grok llama neural_network language_models
ANSWER answer answers response responses reply replies output completion summary
INCLUDE add include- append- insert- incorporat- mention- integrat- embed- attach- augment- modify enhance weave blend merge infuse inject enrich work_in prepend- place put render adopt employ utilize utilise leverage
SEND send sends sending forward upload- post posts share transmit e-mail_it email_it mail_it text_it submit publish tweet deliver report_it message_it
GRANT grant- allow- authoriz- authoris- approve- unlock- open opens enable activate- permit assign- promote give_access accept share_access add_user whitelist let_in admit
TRANSFER transfer- pay pays wire withdraw- buy purchase- donate- order deposit- invest sell reorder redeem charge credit refund subscribe book bet
DELETE delete- remove- erase- cancel- wipe- drop format destroy- deactivate unsubscribe trash clear close terminate revoke disconnect stop block
RETRIEVE retrieve- fetch- get find collect- look_up search extract- gather- export- read download- obtain check scan pull
ACCESS access permission- admin_rights administrator_rights privileges admin_role owner editor remote_access full_control clearance
FRIEND friend friends acquaintance colleague
DATA contacts files data_of credit_card credit_cards saved_addresses transactions messages history records location documents database payment_methods emails passwords photos calendar profile bank_statement medical genetic purchase_history addresses accounts browsing personal_data details
MONEY dollars usd euro euros eur bitcoin eth money funds savings shares gift_card gift_cards
CODEW code_snippet code_block snippet code_excerpt code_section block_of_code lines_of_code piece_of_code script codebase subsequent_code following_code
FOLLOWING following below subsequent next these as_follows
ONLY only solely just nothing_but nothing_else exclusively
DONT do_not don't don’t never must_not cannot shall_not should_not refrain_from avoid won't
HOW how how_do how_can how_to how_does
WHY why
WHATIS what what's what_is what_are which
WHERE where where's when who who's whose
CANI can_i could_i should_i may_i do_i is_it is_there are_there does_the
CANYOU can_you could_you would_you will_you can_u able_to
PLEASE please kindly pls
DECODE decode- decrypt- decipher- rot13 base64 caesar morse hexadecimal pig_latin cipher- unscramble ascii_codes binary
TASK explain- summarize summarise translate- describe- draft provide develop create generate design calculate compare analyze analyse recommend suggest outline identify evaluate solve convert brainstorm classify
POEM poem story song essay letter article tweet novel screenplay joke limerick dialogue speech email_template script_for
ALWAYS always throughout every_time no_matter_what under_any_circumstances at_all_times
START start starts begin begins beginning end ends ending finish conclude first_word last_sentence opening closing
COMBINE combine- concatenat- join interlace- interleave- string strings put_together a_+_b part_1 part_2 variables
REVERSE backwards backward reverse- reversed letter_by_letter first_letter each_letter spelled dashes characters_of rhymes_with hint hints clue synonym starts_with
HIDE do_not_mention don't_mention do_not_tell don't_tell do_not_inform without_telling do_not_reveal do_not_say without_informing keep_this do_not_disclose without_asking silently
ETHICS ethic- moral- illegal- unethical harmful legal- warning warnings disclaimer- inappropriate offensive consequences
REFUSE refuse- decline_to deny reject- sorry apologize apologise comply obey obeys submissive
CHARACTER character persona role identity alter_ego protagonist roles scenario_where
USEROBJ reader viewer user's customer visitor readers
LINK link url website site webpage click visit
OFFER offer discount coupon promo sale best_deal prize won winner
CONVO conversation chat dialogue session thread conversation_history
ENDMARK end_of end_of_prompt end_of_text end_of_document ###
SIMTOOL terminal linux_terminal interpreter simulator
CALLTOOL function tool tools plugin call_the use_the
CHANGE change changes changing update set modify- switch rename move mark rotate increase decrease raise lower replace adjust edit swap escalate downgrade upgrade extend shorten turn reroute redirect translate_it
ARRANGE schedule reschedule arrange plan organise organize set_up remind reserve appoint enroll enrol register sign_up subscribe_me apply
MAKE make create file launch run deploy execute install initiate clone merge push print sign issue release withdraw report play record begin restart reboot build prepare produce craft draw_up work_out come_up_with
ACCOUNT account card cards wallet iban subscription invoice invoices payment bank policy insurance loan balance salary points bid vote orders membership budget expense transaction
DEVICE door doors garage alarm lock camera cameras car oven thermostat drone server firewall port router pump heating lights safe gate laptop computer phone appliance machine elevator sprinkler robot vehicle
HEALTH patient dose dosage prescription insulin mg surgery medication clinic appointment doctor
BEHALF in_my_name from_my_account with_my on_my_behalf without_review without_checks without_confirmation without_approval for_me my_profile in_the_name_of as_soon_as_possible no_questions_asked free_of_charge for_good
STYLE emoji emojis uppercase lowercase capital_letters rhymes haiku pirate sarcastic rude slang typos punctuation vowels acronyms bullet_points one_word single_word tone accent riddles
TONGUE french german spanish italian chinese japanese korean russian arabic hindi latin greek dutch icelandic swahili portuguese polish turkish klingon esperanto
SENTENCES word words sentence sentences letter letters paragraph line
`;
